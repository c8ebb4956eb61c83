package cn.citybrain.parking.onboarding.channel.lot;

import java.util.List;

/** What is installed in the lanes of lots. Implemented where the installations are recorded. */
public interface LaneDevices {

    /** The accepted devices of a lot under an application's account; empty for channels without any. */
    List<LaneDevice> of(String applicationNo, String lotCode);
}
