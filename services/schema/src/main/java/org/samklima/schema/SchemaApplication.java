package org.samklima.schema;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class SchemaApplication {

    static void main(String[] args) {
        SpringApplication.run(SchemaApplication.class, args);
    }
}
