package cn.citybrain.parking.onboarding.simulator;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps the platform's scan for components away from the simulator: the other side is an application of its own. */
final class SimulatorApart extends TypeExcludeFilter {

    private static final String OTHER_SIDE = SimulatorApart.class.getPackageName() + ".";

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory types) {
        return type.getClassMetadata().getClassName().startsWith(OTHER_SIDE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SimulatorApart;
    }

    @Override
    public int hashCode() {
        return SimulatorApart.class.hashCode();
    }
}
