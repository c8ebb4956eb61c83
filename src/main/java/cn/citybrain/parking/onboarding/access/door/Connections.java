package cn.citybrain.parking.onboarding.access.door;

import cn.citybrain.parking.onboarding.access.throttle.Client;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The open connections by the address at their other end. Headers that drip hold no thread, but a place; so a connection that
 * brings no request in time is ended, and an address that opens too many loses its oldest idle ones. Measured by a clock that
 * nobody sets.
 */
final class Connections {

    /** While a request is answered nothing is overdue. */
    private static final long BUSY = Long.MIN_VALUE;

    private final int perAddress;
    private final long first;
    private final long next;
    private final Predicate<String> proxies;
    private final LongSupplier nanos;
    /** By the network that counts as one address, and by who is at the other end. */
    private final Map<String, Map<String, Connection>> open = new HashMap<>();

    /**
     * @param first how long a new connection may bring no request
     * @param next how long one that has brought some
     * @param proxies addresses that stand for many
     */
    Connections(int perAddress, Duration first, Duration next, Predicate<String> proxies, LongSupplier nanos) {
        this.perAddress = perAddress;
        this.first = first.toNanos();
        this.next = next.toNanos();
        this.proxies = proxies;
        this.nanos = nanos;
    }

    private static final class Connection {

        private final SocketChannel channel;
        private long quietSince;
        private boolean served;

        private Connection(SocketChannel channel, long now) {
            this.channel = channel;
            this.quietSince = now;
        }

        private boolean busy() {
            return quietSince == BUSY;
        }

        /** Reads as ended to the server, which then closes it in its own way. */
        private void end() {
            try {
                channel.shutdownInput();
            } catch (IOException e) {
                // it has ended by itself
            }
        }
    }

    /** @return false if the connection is one too many */
    synchronized boolean opened(SocketChannel channel) throws IOException {
        if (!(channel.getRemoteAddress() instanceof InetSocketAddress peer)) {
            return true;
        }
        String address = peer.getAddress().getHostAddress();
        Map<String, Connection> held = open.computeIfAbsent(network(address), known -> new LinkedHashMap<>());
        if (held.size() >= perAddress && !proxies.test(address) && !makeRoom(held)) {
            return false;
        }
        held.put(end(address, peer.getPort()), new Connection(channel, nanos.getAsLong()));
        return true;
    }

    private static boolean makeRoom(Map<String, Connection> held) {
        if (held.values().removeIf(connection -> !connection.channel.isOpen())) {
            return true;
        }
        Iterator<Connection> oldestFirst = held.values().iterator();
        while (oldestFirst.hasNext()) {
            Connection oldest = oldestFirst.next();
            if (!oldest.busy()) {
                oldest.end();
                oldestFirst.remove();
                return true;
            }
        }
        return false;
    }

    /** A request has arrived, its body perhaps not. */
    synchronized void begun(String address, int port) {
        Connection connection = find(address, port);
        if (connection != null) {
            connection.quietSince = BUSY;
            connection.served = true;
        }
    }

    /** It is answered. */
    synchronized void ended(String address, int port) {
        Connection connection = find(address, port);
        if (connection != null) {
            connection.quietSince = nanos.getAsLong();
        }
    }

    private Connection find(String address, int port) {
        return open.getOrDefault(network(address), Map.of()).get(end(address, port));
    }

    private static String network(String address) {
        return new Client(address, null).network();
    }

    private static String end(String address, int port) {
        return address + " " + port;
    }

    /** Ends what is overdue and forgets what has ended. */
    synchronized void sweep() {
        long now = nanos.getAsLong();
        open.values().forEach(held -> held.values().removeIf(connection -> isOver(connection, now)));
        open.values().removeIf(Map::isEmpty);
    }

    private boolean isOver(Connection connection, long now) {
        if (!connection.channel.isOpen()) {
            return true;
        }
        boolean overdue = !connection.busy() && now - connection.quietSince > (connection.served ? next : first);
        if (overdue) {
            connection.end();
        }
        return overdue;
    }
}
