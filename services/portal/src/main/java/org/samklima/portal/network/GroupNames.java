package org.samklima.portal.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.published.PeerGroup;

/** Peer groups as one language calls them. */
final class GroupNames {

    private GroupNames() {}

    /** From code to name, in the order given; a group without a name in the language has the network's own. */
    static Map<String, String> in(Locale language, List<PeerGroup> groups, Tenant network) {
        var names = new LinkedHashMap<String, String>();
        for (var group : groups) {
            names.put(group.code(), group.name().in(language.getLanguage(), network.defaultLanguage()));
        }
        return names;
    }
}
