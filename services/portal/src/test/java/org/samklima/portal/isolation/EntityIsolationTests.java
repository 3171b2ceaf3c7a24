package org.samklima.portal.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** The second lock: Hibernate adds the tenant by itself, and carrying an entity over a wall does not open it. */
@PortalTest
class EntityIsolationTests {

    @Autowired
    World world;

    @Autowired
    EntityManagerFactory factory;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    @Test
    void every_entity_carries_its_tenant() {
        assertThat(factory.getMetamodel().getEntities())
                .isNotEmpty()
                .allSatisfy(entity -> assertThat(
                                Arrays.stream(entity.getJavaType().getDeclaredFields())
                                        .anyMatch(field -> field.isAnnotationPresent(TenantId.class)))
                        .as("%s needs a field with @TenantId", entity.getJavaType())
                        .isTrue());
    }

    @Test
    void generated_statements_name_the_tenant() {
        var tenant = world.municipality("Egenby");
        var anna = world.person("Anna Andersson", tenant, Role.MANAGER);
        var statements = new StatementLog();
        statements.of(() -> world.in(tenant, () -> {
            var user = entities.find(userType(), anna.id());
            rename(user, "Anna Berg");
            entities.flush();
            entities.remove(user);
            entities.flush();
        }));
        assertThat(statements.all())
                .isNotEmpty()
                .allSatisfy(sql -> assertThat(sql).containsIgnoringCase("tenant_id"));
    }

    @Test
    void an_entity_carried_into_another_tenant_changes_nothing_there() {
        var theirs = world.municipality("Grannby");
        var mine = world.municipality("Egenby");
        var anna = world.person("Anna Andersson", theirs, Role.MANAGER);
        var carried = new Object[1];
        world.in(theirs, () -> {
            carried[0] = entities.find(userType(), anna.id());
            entities.detach(carried[0]);
        });
        rename(carried[0], "Overwritten");
        assertThatThrownBy(() -> world.in(mine, () -> {
                    entities.merge(carried[0]);
                    entities.flush();
                }))
                .isInstanceOf(Exception.class);
        world.in(theirs, () -> assertThat(nameOf(anna.id())).isEqualTo("Anna Andersson"));
    }

    private List<Class<?>> types() {
        return factory.getMetamodel().getEntities().stream()
                .<Class<?>>map(EntityType::getJavaType)
                .toList();
    }

    private Class<?> userType() {
        return types().stream()
                .filter(type -> type.getSimpleName().equals("TenantUser"))
                .findFirst()
                .orElseThrow();
    }

    private static void rename(Object user, String name) {
        ReflectionTestUtils.setField(user, "name", name);
    }

    private String nameOf(UUID person) {
        return jdbc.sql("SELECT name FROM tenant_user WHERE person_id = ?")
                .param(person)
                .query(String.class)
                .single();
    }
}
