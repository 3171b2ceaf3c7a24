package org.samklima.overview.invented;

import org.samklima.overview.OverviewApplication;
import org.samklima.schema.TestDatabase;
import org.springframework.boot.SpringApplication;

/** Starts the overview with invented networks, to look at while working on its pages. Takes arguments of the application. */
public final class InventedOverview {

    private InventedOverview() {}

    public static void main(String[] args) {
        InventedShelf.fill();
        InventedShelf.publish(InventedNetwork.wholeCountry());
        System.setProperty("spring.datasource.url", TestDatabase.shared().url());
        System.setProperty("spring.datasource.password", "overview");
        SpringApplication.run(OverviewApplication.class, args);
    }
}
