package org.samklima.portal.network;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.InNavigation;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantApi;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The networks that a tenant belongs to. */
@TenantController
@Allowed({Role.MANAGER, Role.COORDINATOR, Role.CONTRIBUTOR, Role.DECISION_MAKER})
class NetworksController {

    private final MyNetworks networks;

    NetworksController(MyNetworks networks) {
        this.networks = networks;
    }

    @GetMapping("/networks")
    @InNavigation(value = "network.navigation.networks", order = 140)
    String all(Tenant tenant, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("networks", networks.all());
        return "network/networks";
    }

    /** The same as data. */
    @TenantApi
    @Allowed
    static class Api {

        private final MyNetworks networks;

        Api(MyNetworks networks) {
            this.networks = networks;
        }

        /** @param until the last day of the membership; null while no end is known */
        record Network(
                UUID id,
                String slug,
                String name,
                LocalDate since,
                @Nullable LocalDate until,
                boolean present) {}

        /** The networks that this tenant is, was or will be a member of, by name. */
        @GetMapping("/networks")
        List<Network> all() {
            return networks.all().stream()
                    .map(network -> new Network(
                            network.association().id(),
                            network.association().slug(),
                            network.association().name(),
                            network.since(),
                            network.until(),
                            network.present()))
                    .toList();
        }
    }
}
