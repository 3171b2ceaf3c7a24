package org.samklima.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Makes sure that every port is free before anything is started. */
final class Ports {

    private Ports() {}

    /**
     * @param ports by the property that changes them
     * @throws CannotStart naming the first port that is taken, and the property to change
     */
    static void requireFree(Map<String, Integer> ports) {
        var seen = new HashMap<Integer, String>();
        ports.forEach((property, port) -> {
            var other = seen.put(port, property);
            if (other != null) {
                throw new CannotStart(
                        "Both -D%s and -D%s are %d; each needs a port of its own.".formatted(other, property, port));
            }
            if (!isFree(port)) {
                throw new CannotStart("Port %d is taken by another program. Stop it, or choose another port with -D%s=…"
                        .formatted(port, property));
            }
        });
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
