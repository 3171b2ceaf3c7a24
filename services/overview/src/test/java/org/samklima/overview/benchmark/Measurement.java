package org.samklima.overview.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one load gave.
 *
 * @param perSecond requests a second
 * @param p50 milliseconds that half of the requests were faster than
 * @param p99 milliseconds that 99 of 100 requests were faster than
 * @param processor microseconds of processor time a request, of the server and PostgreSQL together
 */
record Measurement(double perSecond, double p50, double p99, double processor) {

    /** The middle of several rounds, each figure for itself. */
    static Measurement median(List<Measurement> rounds) {
        return new Measurement(
                median(rounds, Measurement::perSecond),
                median(rounds, Measurement::p50),
                median(rounds, Measurement::p99),
                median(rounds, Measurement::processor));
    }

    private static double median(List<Measurement> rounds, ToDoubleFunction<Measurement> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
