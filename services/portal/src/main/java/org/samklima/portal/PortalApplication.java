package org.samklima.portal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** The portal. What it needs to run stands in {@code application.yaml}. */
@Modulithic(
        systemName = "Samklima portal",
        sharedModules = {"problem", "tenancy"})
// Two features may each have their SubmissionController: a package is what keeps them apart.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
class PortalApplication {

    static void main(String[] args) {
        SpringApplication.run(PortalApplication.class, args);
    }
}
