package cn.citybrain.parking.onboarding.parking;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@Configuration
@EnableConfigurationProperties({ParkingProperties.class, MqttProperties.class, TraceProperties.class})
class ParkingConfiguration {

    /** A thread of its own: a broker that is slow to answer holds up no other schedule. */
    @Bean(defaultCandidate = false)
    ThreadPoolTaskScheduler lotMessageScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("lot-messages-");
        return scheduler;
    }
}
