package org.samklima.portal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The portal. What it needs to run stands in {@code application.yaml}. */
@Modulithic(
        systemName = "Samklima portal",
        sharedModules = {"problem", "tenancy"})
@SpringBootApplication
class PortalApplication {

    static void main(String[] args) {
        SpringApplication.run(PortalApplication.class, args);
    }
}
