package cn.citybrain.parking.onboarding.seal.fact;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Puts the {@link SealedDatabase} before the pool, for the engine, for us and for the migrations alike. */
@Configuration
class SealingConfiguration {

    @Bean
    static BeanPostProcessor sealedDatabase(Environment environment) {
        return new Sealing(environment);
    }

    /** First, so that what tests put around the database sees it as the application does. */
    private record Sealing(Environment environment) implements BeanPostProcessor, Ordered {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof DataSource database && !(bean instanceof SealedDatabase)) {
                FactMac mac = new FactMac(environment.getProperty("onboarding.seal.fact-key"));
                return new SealedDatabase(database, new FactTable(mac));
            }
            return bean;
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

    /** The same key as the nodes', for whoever checks what they wrote. */
    @Bean
    FactMac factMac(Environment environment) {
        return new FactMac(environment.getProperty("onboarding.seal.fact-key"));
    }
}
