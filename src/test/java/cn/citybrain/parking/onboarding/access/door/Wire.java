package cn.citybrain.parking.onboarding.access.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A connection on which somebody says what they like, as slowly as they like. */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    public static Wire open(int port) {
        try {
            Socket socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            return new Wire(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many connections that all say the same. */
    public static List<Wire> many(int count, int port, String said) {
        List<Wire> wires = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            wires.add(open(port).say(said));
        }
        return wires;
    }

    public static void close(List<Wire> wires) {
        wires.forEach(Wire::close);
    }

    /** A request whose body is all there. */
    public static String post(String path, String host, String body, String... headers) {
        return head(path, host, body.length(), headers) + body;
    }

    /** What comes before a body. */
    public static String head(String path, String host, int length, String... headers) {
        String further = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "POST " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length + "\r\n" + further
                + "\r\n";
    }

    public static String get(String path, String host) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    }

    /** The other end may have hung up already: then nobody hears it. */
    public Wire say(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // see ended()
        }
        return this;
    }

    /** The status of the answer; 0 if the connection ends without one. */
    public int status() {
        String line = line();
        return line.startsWith("HTTP/1.1 ") ? Integer.parseInt(line.substring(9, 12)) : 0;
    }

    /** The first line of the answer; empty if the connection ends without one. */
    private String line() {
        StringBuilder line = new StringBuilder();
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            InputStream in = socket.getInputStream();
            for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
                line.append((char) read);
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no answer within " + PATIENCE_MILLIS + " ms", e);
        } catch (IOException e) {
            // hung up
        }
        return line.toString();
    }

    /** Reads the rest of an answer, as its Content-Length says. */
    public void rest() {
        int length = 0;
        for (String line = line(); !line.isBlank(); line = line()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        try {
            socket.getInputStream().readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the other end says something or hangs up within so many milliseconds. */
    public boolean ended(int millis) {
        try {
            socket.setSoTimeout(millis);
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** What the other end says within so many milliseconds until it hangs up; null if it does not hang up. */
    String heard(int millis) {
        try {
            socket.setSoTimeout(millis);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketTimeoutException e) {
            return null;
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
