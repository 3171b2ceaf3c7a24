package org.samklima.portal.tenancy;

import static org.samklima.portal.tenancy.Role.BOARD;
import static org.samklima.portal.tenancy.Role.CONTRIBUTOR;
import static org.samklima.portal.tenancy.Role.COORDINATOR;
import static org.samklima.portal.tenancy.Role.DECISION_MAKER;
import static org.samklima.portal.tenancy.Role.MANAGER;
import static org.samklima.portal.tenancy.Role.STAFF;

import java.util.List;

/** What an organisation is, and which roles its people can have. */
public enum TenantKind {
    MUNICIPALITY(MANAGER, COORDINATOR, CONTRIBUTOR, DECISION_MAKER),
    REGION(MANAGER, COORDINATOR, CONTRIBUTOR, DECISION_MAKER),
    ASSOCIATION(MANAGER, STAFF, BOARD, COORDINATOR, CONTRIBUTOR, DECISION_MAKER);

    private final List<Role> roles;

    TenantKind(Role... roles) {
        this.roles = List.of(roles);
    }

    /** In the order in which a person chooses among them. An association reports too, where it is a member itself. */
    public List<Role> roles() {
        return roles;
    }
}
