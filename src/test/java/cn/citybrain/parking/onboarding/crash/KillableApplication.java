package cn.citybrain.parking.onboarding.crash;

import cn.citybrain.parking.onboarding.OnboardingApplication;
import cn.citybrain.parking.onboarding.demo.DemoApplication;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The product as it is, with {@link CommitTraps} in front of its database. Runs in the JVM that is killed. */
final class KillableApplication {

    private KillableApplication() {}

    public static void main(String[] arguments) {
        SpringApplication application = DemoApplication.with(
                OnboardingApplication.class,
                CommitTraps.class,
                Remote.class,
                WaitingGates.class,
                TellingReviewer.class);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("productOnly", new ProductOnly()));
        application.run(arguments);
    }

    /** Keeps the scan for components away from what lies on the class path for tests. */
    static final class ProductOnly extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ProductOnly;
        }

        @Override
        public int hashCode() {
            return ProductOnly.class.hashCode();
        }
    }
}
