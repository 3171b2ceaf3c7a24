package org.samklima.standalone;

import java.util.concurrent.CompletionException;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the whole system on this machine and stops all of it again. Run by {@code ./mvnw -Pstandalone}. */
final class Standalone {

    private static final Progress PROGRESS = new Progress();

    private Standalone() {}

    static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var running = new Running();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "stop"));
        try {
            var settings = Settings.fromSystemProperties();
            var data = running.add(DataFolder.open(settings.data(), settings.fresh()));
            Ports.requireFree(settings.ports());
            endWithTheBuild();
            Thread.startVirtualThread(() -> start(settings, data, running));
            running.awaitEnd();
        } catch (Exception failure) {
            explain(failure);
            System.exit(1);
        }
    }

    private static void start(Settings settings, DataFolder data, Running running) {
        try {
            new Launch(settings, data, running, PROGRESS).start();
        } catch (Exception failure) {
            running.fail(failure);
        }
    }

    /** Whoever ends Maven means us; where it was killed, nobody else tells us. */
    private static void endWithTheBuild() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }

    private static void stop(Running running) {
        var worthSaying = running.hasChildren();
        if (worthSaying) {
            PROGRESS.say("stopping");
        }
        running.stop();
        if (worthSaying) {
            PROGRESS.say("stopped");
        }
    }

    private static void explain(Throwable failure) {
        var cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof CannotStart) {
            System.err.println("\n" + cause.getMessage());
        } else {
            System.err.println("\nSamklima could not start: " + cause);
        }
    }
}
