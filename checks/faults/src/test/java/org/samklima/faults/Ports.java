package org.samklima.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Where everything listens, on loopback. */
final class Ports {

    /** The last number that anything has. */
    static final int LAST = 9;

    private static final int FIRST = Integer.getInteger("faults.ports");

    private Ports() {}

    /** @param number of the hundred that are ours */
    static int of(int number) {
        return FIRST + number;
    }

    /** Whoever listens there already would be taken for the program that is about to start, and everything measured at it. */
    static void assertFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new IllegalStateException(
                    "Somebody listens at port " + port + ", perhaps what another run of this suite left."
                            + " End it, or choose other ports: -Dfaults.ports=…",
                    taken);
        }
    }
}
