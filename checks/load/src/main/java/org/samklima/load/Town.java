package org.samklima.load;

import org.samklima.standalone.client.Portal;
import org.samklima.standalone.demo.DemoPeople;

/** A municipality and its coordinator. */
record Town(int number) {

    String code() {
        return "99%04d".formatted(number);
    }

    String name() {
        return "Ort %04d".formatted(number);
    }

    String slug() {
        return "ort-%04d".formatted(number);
    }

    Portal.Login coordinator() {
        return new Portal.Login("coordinator.%04d@load.example".formatted(number), DemoPeople.PASSWORD);
    }
}
