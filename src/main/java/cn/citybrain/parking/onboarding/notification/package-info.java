/** Mail: written in the transaction of what it tells about, sent after it committed, by one node at a time. Asks through a port. */
@ApplicationModule(allowedDependencies = {"encryption", "sql", "words"})
package cn.citybrain.parking.onboarding.notification;

import org.springframework.modulith.ApplicationModule;
