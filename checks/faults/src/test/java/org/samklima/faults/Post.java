package org.samklima.faults;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A mail server with moods. What it accepted it keeps, for whoever wants to know who got what, and how often. */
final class Post implements AutoCloseable {

    /** How it treats whoever brings mail. */
    enum Mood {
        FRIENDLY,
        /** Takes the connection and never says a word. */
        SILENT,
        /** 451: try again later. */
        BUSY,
        /** 550: not this one, ever. */
        REFUSING,
        /** Takes the mail and breaks the connection before it says so. */
        CARELESS
    }

    /** @param id as the sender numbered it */
    record Delivered(String recipient, String id) {

        @Override
        public String toString() {
            return recipient + " " + id;
        }
    }

    private final int port;
    private final List<Delivered> delivered = new CopyOnWriteArrayList<>();
    private final Set<Socket> visitors = ConcurrentHashMap.newKeySet();
    private volatile Mood mood = Mood.FRIENDLY;
    private @Nullable ServerSocket server;

    Post(int port) {
        this.port = port;
    }

    /** Does nothing if it is open. */
    void open() throws IOException {
        if (server != null && !server.isClosed()) {
            return;
        }
        var opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        server = opened;
        Thread.ofVirtual().start(() -> receive(opened));
    }

    void mood(Mood mood) {
        this.mood = mood;
        visitors.forEach(Post::leave);
    }

    List<Delivered> delivered() {
        return List.copyOf(delivered);
    }

    /** Nobody asks any more for what came until now. */
    void forget() {
        delivered.clear();
    }

    private void receive(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                var visitor = opened.accept();
                visitors.add(visitor);
                Thread.ofVirtual().start(() -> attend(visitor));
            } catch (IOException _) {
                // Closed.
            }
        }
    }

    private void attend(Socket visitor) {
        try (visitor) {
            if (mood == Mood.SILENT) {
                visitor.getInputStream().read();
                return;
            }
            talk(new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.UTF_8)), visitor);
        } catch (IOException _) {
            // The visitor went away.
        } finally {
            visitors.remove(visitor);
        }
    }

    private void talk(BufferedReader heard, Socket visitor) throws IOException {
        say(visitor, "220 post");
        var recipient = "";
        for (var line = heard.readLine(); line != null; line = heard.readLine()) {
            var command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("RCPT TO:") && mood == Mood.BUSY) {
                say(visitor, "451 try again later");
            } else if (command.startsWith("RCPT TO:") && mood == Mood.REFUSING) {
                say(visitor, "550 no such mailbox");
            } else if (command.startsWith("RCPT TO:")) {
                recipient = line.substring(8).strip().replaceAll("[<>]", "");
                say(visitor, "250 ok");
            } else if (command.equals("DATA")) {
                say(visitor, "354 go on");
                delivered.add(mail(heard, recipient));
                if (mood == Mood.CARELESS) {
                    return;
                }
                say(visitor, "250 ok");
            } else if (command.equals("QUIT")) {
                say(visitor, "221 bye");
                return;
            } else {
                say(visitor, "250 ok");
            }
        }
    }

    private static Delivered mail(BufferedReader heard, String recipient) throws IOException {
        var id = "";
        for (var line = next(heard); !line.equals("."); line = next(heard)) {
            var header = line.toLowerCase(Locale.ROOT);
            if (id.isEmpty() && header.startsWith("message-id:")) {
                id = line.substring(11).strip();
            }
        }
        return new Delivered(recipient, id);
    }

    /** A mail that breaks off before its end was never taken. */
    private static String next(BufferedReader heard) throws IOException {
        var line = heard.readLine();
        if (line == null) {
            throw new EOFException();
        }
        return line;
    }

    private static void say(Socket visitor, String answer) throws IOException {
        visitor.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void leave(Socket visitor) {
        try {
            visitor.close();
        } catch (IOException _) {
            // As good as closed.
        }
    }

    /** Connections are refused until it is opened again. */
    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        visitors.forEach(Post::leave);
    }
}
