/** Mail: written in the transaction of what it tells about, sent after it committed, by one node at a time. Knows nobody. */
@ApplicationModule(allowedDependencies = {"encryption", "words"})
package cn.citybrain.parking.onboarding.notification;

import org.springframework.modulith.ApplicationModule;
