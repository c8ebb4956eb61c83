package cn.citybrain.parking.onboarding.channel.lot;

/**
 * A device that was installed in a lane of a lot (ETC: antenna and security module).
 *
 * @param laneNo number of the lane, as painted at the lot
 * @param deviceSerial serial number of the roadside unit
 * @param terminalNo number of its PSAM terminal, 12 hex digits in upper case
 */
public record LaneDevice(String laneNo, String deviceSerial, String terminalNo) {}
