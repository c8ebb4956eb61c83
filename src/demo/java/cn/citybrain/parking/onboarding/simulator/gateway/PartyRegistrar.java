package cn.citybrain.parking.onboarding.simulator.gateway;

import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Makes a channel and a protocol for every party, whichever they are. */
final class PartyRegistrar implements ImportBeanDefinitionRegistrar {

    private final Environment environment;

    PartyRegistrar(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        Parties parties = Parties.of(environment);
        registry.registerBeanDefinition(
                "parties",
                BeanDefinitionBuilder.genericBeanDefinition(Parties.class, () -> parties)
                        .getBeanDefinition());
        for (Party party : parties.all()) {
            registry.registerBeanDefinition(party.code() + "Channel", of(GatewayChannel.class, party));
            registry.registerBeanDefinition(party.code() + "Protocol", of(GatewayProtocol.class, party));
        }
    }

    private static AbstractBeanDefinition of(Class<?> type, Party party) {
        return BeanDefinitionBuilder.genericBeanDefinition(type)
                .addConstructorArgValue(party)
                .setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR)
                .getBeanDefinition();
    }
}
