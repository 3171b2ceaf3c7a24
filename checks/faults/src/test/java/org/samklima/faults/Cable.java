package org.samklima.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What lies between a portal and its database: it can be cut, or go silent, as a firewall does that forgets a connection. */
final class Cable implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private enum State {
        WHOLE,
        CUT,
        SILENT
    }

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WHOLE;

    Cable(int port, int target) throws IOException {
        this.server = new ServerSocket();
        this.target = target;
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().start(this::accept);
    }

    /** All connections break; new ones break at once. */
    void cut() {
        state = State.CUT;
        ends.forEach(Cable::drop);
    }

    /** Connections stay and can be made, but nothing comes through, and nobody is told. */
    void silence() {
        state = State.SILENT;
    }

    /** Whole again for new connections; those that went silent stay so, as they do in real life. */
    void mend() {
        state = State.WHOLE;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var near = server.accept();
                if (state == State.CUT) {
                    drop(near);
                } else {
                    Thread.ofVirtual().start(() -> connect(near));
                }
            } catch (IOException _) {
                // Closed.
            }
        }
    }

    private void connect(Socket near) {
        try {
            var far = new Socket(InetAddress.getLoopbackAddress(), target);
            ends.add(near);
            ends.add(far);
            var lost = new Lost();
            Thread.ofVirtual().start(() -> carry(near, far, lost));
            carry(far, near, lost);
        } catch (IOException _) {
            drop(near);
        }
    }

    /** A connection that lost a byte has lost its meaning. */
    private static final class Lost {
        private volatile boolean something;
    }

    private void carry(Socket from, Socket to, Lost lost) {
        var buffer = new byte[BUFFER];
        try {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                lost.something |= state == State.SILENT;
                if (!lost.something) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        } catch (IOException _) {
            // Broken at one end.
        }
        drop(from);
        drop(to);
    }

    private static void drop(Socket end) {
        try {
            end.close();
        } catch (IOException _) {
            // As good as closed.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
