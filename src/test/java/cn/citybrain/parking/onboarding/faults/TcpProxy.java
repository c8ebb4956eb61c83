package cn.citybrain.parking.onboarding.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between two that talk over TCP and does what networks do. It passes everything on until it is told otherwise; what
 * it is told holds for open connections as well as for new ones.
 */
public final class TcpProxy implements AutoCloseable {

    private static final int BACKLOG = 200;

    private enum Mode {
        PASS,
        REFUSE,
        HALF_OPEN
    }

    private final InetSocketAddress target;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "tcp-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<ProxiedConnection> open = ConcurrentHashMap.newKeySet();
    private final List<Cut> cuts = new CopyOnWriteArrayList<>();
    private final int port;
    private ServerSocket listener;
    private Mode mode = Mode.PASS;
    private volatile Duration latency = Duration.ZERO;

    private TcpProxy(InetSocketAddress target) {
        this.target = target;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
    }

    /** Listens on a free port of this machine. */
    public static TcpProxy to(String host, int port) {
        return new TcpProxy(new InetSocketAddress(host, port));
    }

    public int port() {
        return port;
    }

    /** As a network that works. Half-open connections go on. */
    public synchronized void pass() {
        if (mode == Mode.REFUSE) {
            listener = listen(port);
        }
        mode = Mode.PASS;
        latency = Duration.ZERO;
        notifyAll();
    }

    /** Each piece comes that much later, in each direction. */
    public void delay(Duration by) {
        latency = by;
    }

    /** Nobody listens; open connections are cut. */
    public synchronized void refuse() {
        mode = Mode.REFUSE;
        close(listener);
        cutAll();
        notifyAll();
    }

    /** Accepts and never answers; what is open falls silent without being closed. */
    public synchronized void halfOpen() {
        mode = Mode.HALF_OPEN;
    }

    /** Plans one cut; the first connection that sees what is described takes it. */
    public void plan(Cut cut) {
        cuts.add(cut);
    }

    /** Cuts that did not happen yet. */
    public int planned() {
        return cuts.size();
    }

    /** Cuts what is open now; new connections are passed on. */
    public void cutAll() {
        open.forEach(ProxiedConnection::cut);
    }

    public int connections() {
        return open.size();
    }

    @Override
    public void close() {
        refuse();
        threads.shutdownNow();
    }

    Duration latency() {
        return latency;
    }

    /** Whether a planned cut is due; it is taken by the asker then. */
    Cut due(Cut.Seen seen) {
        return cuts.stream()
                .filter(cut -> cut.when().test(seen))
                .filter(cuts::remove)
                .findFirst()
                .orElse(null);
    }

    /** Returns when something may pass; at once unless half-open. */
    synchronized void awaitPassage() throws InterruptedException {
        while (mode == Mode.HALF_OPEN) {
            wait();
        }
    }

    void closed(ProxiedConnection connection) {
        open.remove(connection);
    }

    private ServerSocket listen(int at) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), BACKLOG);
            threads.execute(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                ProxiedConnection connection = new ProxiedConnection(this, socket.accept(), new Socket());
                open.add(connection);
                threads.execute(() -> connection.run(target, threads));
            } catch (IOException e) {
                // closed: refused from now on
                return;
            }
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
