package cn.citybrain.parking.onboarding.faults;

import cn.citybrain.parking.onboarding.faults.Cut.Seen;
import cn.citybrain.parking.onboarding.faults.Cut.Way;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** One connection through a {@link TcpProxy}. */
final class ProxiedConnection {

    private static final int KEPT = 16 * 1024;

    private final TcpProxy proxy;
    private final Socket client;
    private final Socket server;
    private volatile boolean losesAnswer;

    ProxiedConnection(TcpProxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    /** Returns when the client's direction has ended. */
    void run(InetSocketAddress target, Executor threads) {
        try {
            proxy.awaitPassage();
            server.connect(target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            threads.execute(() -> pump(Way.TO_CLIENT, server, client));
            pump(Way.TO_SERVER, client, server);
        } catch (IOException e) {
            cut();
        } catch (InterruptedException e) {
            cut();
            Thread.currentThread().interrupt();
        }
    }

    void cut() {
        close(client);
        close(server);
        proxy.closed(this);
    }

    private void pump(Way way, Socket from, Socket to) {
        byte[] buffer = new byte[64 * 1024];
        StringBuilder recent = new StringBuilder();
        long bytes = 0;
        try {
            InputStream in = from.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                proxy.awaitPassage();
                TimeUnit.NANOSECONDS.sleep(proxy.latency().toNanos());
                bytes += n;
                String piece = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                recent.append(piece);
                recent.delete(0, Math.max(0, recent.length() - KEPT));
                int passed = n - lost(new Seen(way, bytes, recent.toString(), piece));
                to.getOutputStream().write(buffer, 0, passed);
                if (passed < n) {
                    break;
                }
            }
        } catch (IOException e) {
            // one side has gone; the other one learns it now
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            cut();
        }
    }

    /** How many bytes at the end of a piece are not passed on. */
    private int lost(Seen seen) {
        int all = seen.piece().length();
        if (seen.way() == Way.TO_CLIENT && losesAnswer) {
            return all;
        }
        Cut cut = proxy.due(seen);
        if (cut == null) {
            return 0;
        }
        return switch (cut.loss()) {
            case PIECE -> all;
            case HALF -> all - all / 2;
            case ANSWER -> {
                losesAnswer = true;
                yield 0;
            }
        };
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // gone already
        }
    }
}
