package cn.citybrain.parking.onboarding.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Stands in front of a server and closes every connection once it lies idle, as servers and firewalls do: after an answer that
 * did not say so.
 */
public final class ClosingFront implements AutoCloseable {

    private final URI server;
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean open = true;

    public ClosingFront(String server) {
        this.server = URI.create(server);
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public String url() {
        return "http://localhost:" + socket.getLocalPort();
    }

    /** How many whole requests arrived. */
    public int requests() {
        return requests.get();
    }

    private void accept() {
        while (open) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> answerOnce(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answerOnce(Socket client) {
        try (client) {
            byte[] request = read(client.getInputStream());
            if (request.length > 0) {
                requests.incrementAndGet();
                client.getOutputStream().write(answer(request));
                client.getOutputStream().flush();
            }
        } catch (IOException brokenOff) {
            // the other side learns of it by the end of the connection
        }
    }

    private byte[] answer(byte[] request) throws IOException {
        try (Socket real = new Socket(server.getHost(), server.getPort())) {
            String head = head(request).replaceAll("(?im)^Connection:.*\r\n", "") + "Connection: close\r\n\r\n";
            real.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            real.getOutputStream().write(request, end(request), request.length - end(request));
            real.getOutputStream().flush();
            byte[] answer = real.getInputStream().readAllBytes();
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            kept.write((head(answer).replaceAll("(?im)^Connection:.*\r\n", "") + "\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            kept.write(answer, end(answer), answer.length - end(answer));
            return kept.toByteArray();
        }
    }

    /** One request, empty if the connection ends before. */
    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        while (!whole(request.toByteArray())) {
            int next = in.read();
            if (next < 0) {
                return new byte[0];
            }
            request.write(next);
        }
        return request.toByteArray();
    }

    private static boolean whole(byte[] request) {
        int end = end(request);
        return end > 0 && request.length >= end + length(head(request));
    }

    private static int length(String head) {
        return Arrays.stream(head.split("\r\n"))
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    /** Every line with its end, without the empty one. */
    private static String head(byte[] message) {
        String text = new String(message, 0, end(message), StandardCharsets.ISO_8859_1);
        return text.lines()
                .filter(line -> !line.isEmpty())
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
    }

    /** Where the body begins, 0 if the head is not complete. */
    private static int end(byte[] message) {
        for (int i = 3; i < message.length; i++) {
            if (message[i - 3] == '\r' && message[i - 2] == '\n' && message[i - 1] == '\r' && message[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    @Override
    public void close() {
        open = false;
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
