/** Mail: written in the transaction of what it tells about, sent afterwards. */
@ApplicationModule(allowedDependencies = {})
package cn.citybrain.parking.onboarding.notification;

import org.springframework.modulith.ApplicationModule;
