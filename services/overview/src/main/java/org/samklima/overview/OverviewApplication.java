package org.samklima.overview;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class OverviewApplication {

    static void main(String[] args) {
        SpringApplication.run(OverviewApplication.class, args);
    }
}
