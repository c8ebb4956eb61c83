package cn.citybrain.parking.onboarding.delivery.supply;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/**
 * A hole that is known of some versions of a library.
 *
 * @param id a CVE's number, or a name of ours
 * @param component group and artifact; {@code group:*} for all of a group
 * @param versions in Maven's notation, e.g. {@code [10.1.0,10.1.62)}
 * @param what it lets somebody do
 * @param accepted why we live with it
 */
record Hole(String id, String component, VersionRange versions, String what, Optional<Accepted> accepted) {

    /** @param until when that has to be looked at again */
    record Accepted(String because, LocalDate until) {}

    /** @throws IllegalArgumentException if the range is none */
    static VersionRange range(String spec) {
        try {
            VersionRange range = VersionRange.createFromVersionSpec(spec);
            if (!range.hasRestrictions()) {
                throw new IllegalArgumentException("a single version is no range: " + spec);
            }
            return range;
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalArgumentException(spec, e);
        }
    }

    boolean isIn(Component library) {
        boolean named = component.endsWith(":*")
                ? library.name().startsWith(component.substring(0, component.length() - 1))
                : library.name().equals(component);
        return named && versions.containsVersion(new DefaultArtifactVersion(library.version()));
    }
}
