package cn.citybrain.parking.onboarding;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The engine makes its tables when it is made, and our migrations add indexes to them. In which of the two orders Spring makes
 * them would depend on the names of beans that ask for the database.
 */
@Configuration
class EngineBeforeMigrations {

    private static final String ENGINE = "processEngineFactoryBean";
    private static final String MIGRATIONS = "flywayInitializer";

    @Bean
    static BeanFactoryPostProcessor migrationsWaitForTheEngine() {
        return EngineBeforeMigrations::order;
    }

    private static void order(ConfigurableListableBeanFactory beans) {
        if (beans.containsBeanDefinition(ENGINE) && beans.containsBeanDefinition(MIGRATIONS)) {
            beans.getBeanDefinition(MIGRATIONS).setDependsOn(ENGINE);
        }
    }
}
