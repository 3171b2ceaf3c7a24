package org.samklima.portal.indicators;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samklima.portal.home.RecentItem;
import org.samklima.portal.home.RecentItems;
import org.samklima.portal.letterbox.MemberShelf;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Official figures that a network handed to a member. */
@Component
class RecentFigures implements RecentItems {

    private final MemberShelf shelf;
    private final Tenants tenants;
    private final MessageSource messages;

    RecentFigures(MemberShelf shelf, Tenants tenants, MessageSource messages) {
        this.shelf = shelf;
        this.tenants = tenants;
        this.messages = messages;
    }

    @Override
    public List<RecentItem> since(Tenant tenant, Actor person, Instant since, int atMost, Locale language) {
        var addressed = shelf.addressedSince(OfficialFigures.KIND, since);
        if (addressed.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> names = tenants
                .all(addressed.stream().map(MemberShelf.Addressed::network).toList())
                .stream()
                .collect(Collectors.toMap(Tenant::id, Tenant::name));
        return addressed.stream()
                .map(figures -> new RecentItem(
                        messages.getMessage("indicators.recent.official", new Object[] {figures.subjects()}, language),
                        figures.newest(),
                        names.get(figures.network()),
                        "/indicators"))
                .toList();
    }
}
