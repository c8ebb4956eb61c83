package cn.citybrain.parking.onboarding.process.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Deploys models and forms together, each under its plain file name.
 *
 * <p>Left alone, the engine names a resource by its absolute path when it runs from {@code target/classes} and by its file
 * name when it runs from the jar, so a form key {@code embedded:deployment:review.html} would be found in one and not in the
 * other, and every move of the directory would be a new deployment.
 */
@Component
class PlainNameDeployment extends DefaultDeploymentConfiguration {

    @Override
    public Set<Resource> getDeploymentResources() {
        var byName = new TreeMap<String, Resource>();
        for (var resource : super.getDeploymentResources()) {
            var name = resource.getFilename();
            if (byName.put(name, new PlainlyNamed(name, bytes(resource))) != null) {
                throw new IllegalStateException("Two resources to deploy are both named " + name);
            }
        }
        return Set.copyOf(byName.values());
    }

    private static byte[] bytes(Resource resource) {
        try {
            return resource.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The engine takes a {@link ContextResource}'s path as the name of the deployed resource. */
    private static final class PlainlyNamed extends ByteArrayResource implements ContextResource {

        private final String name;

        PlainlyNamed(String name, byte[] content) {
            super(content, name);
            this.name = name;
        }

        @Override
        public String getPathWithinContext() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof PlainlyNamed that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}
