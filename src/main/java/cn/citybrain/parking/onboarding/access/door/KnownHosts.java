package cn.citybrain.parking.onboarding.access.door;

import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names under which the application answers people. Where a login or a token server leads them back to is made of the
 * name they came by: a foreign one goes no further.
 */
final class KnownHosts {

    private static final Pattern IP4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private final Set<String> names = new HashSet<>();
    private final boolean local;

    /**
     * @param publicUrl the application's address
     * @param others further names
     * @param local whether any name of a machine without a domain will do, and any IP address: for the demo
     */
    KnownHosts(String publicUrl, Collection<String> others, boolean local) {
        String host = URI.create(publicUrl).getHost();
        if (host != null) {
            names.add(host.toLowerCase(Locale.ROOT));
        }
        others.forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
        this.local = local;
    }

    /** @param host without a port */
    boolean know(String host) {
        String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
        return names.contains(name) || local && isLocal(name);
    }

    private static boolean isLocal(String name) {
        return name.indexOf('.') < 0
                || name.indexOf(':') >= 0
                || name.endsWith(".localhost")
                || IP4.matcher(name).matches();
    }

    @Override
    public String toString() {
        return String.join(", ", names) + (local ? " and local names" : "");
    }
}
