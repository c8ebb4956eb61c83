package cn.citybrain.parking.onboarding.seal.fact;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;

/** Puts the {@link SealedDatabase} before the pool, for the engine, for us and for the migrations alike. */
@Configuration
class SealingConfiguration {

    @Bean
    static Sealing sealedDatabase(Environment environment) {
        return new Sealing(environment);
    }

    /** The same key as the nodes', for whoever checks what they wrote. */
    @Bean
    FactMac factMac(Environment environment) {
        return mac(environment);
    }

    private static FactMac mac(Environment environment) {
        return new FactMac(environment.getProperty("onboarding.seal.fact-key"));
    }

    /** First, so that what is put around the database by others has the facts within. */
    static final class Sealing implements BeanPostProcessor, PriorityOrdered {

        private final Environment environment;

        Sealing(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource database && !(bean instanceof SealedDatabase)
                    ? new SealedDatabase(database, new FactTable(mac(environment)))
                    : bean;
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }
}
