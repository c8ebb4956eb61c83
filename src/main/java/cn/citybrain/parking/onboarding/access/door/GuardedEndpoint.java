package cn.citybrain.parking.onboarding.access.door;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioEndpoint;

/** Tomcat's endpoint, which asks {@link Connections} before it takes a connection. */
final class GuardedEndpoint extends NioEndpoint {

    private volatile Connections connections;

    void guardedBy(Connections guard) {
        connections = guard;
    }

    /** False makes the acceptor forget the socket; what it counted it is told here. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (admits(socket)) {
            return super.setSocketOptions(socket);
        }
        destroySocket(socket);
        return false;
    }

    private boolean admits(SocketChannel socket) {
        try {
            return connections == null || connections.opened(socket);
        } catch (IOException e) {
            // gone before anybody looked
            return false;
        }
    }
}
