/** The readiness board: every lot at every channel, and the pages around it. It reads from everywhere and decides nothing. */
@ApplicationModule
package cn.citybrain.parking.onboarding.board;

import org.springframework.modulith.ApplicationModule;
