package cn.citybrain.parking.onboarding.deduction;

/**
 * What has to happen before a disputed charge is over.
 *
 * @param text in Chinese, to the supervisors
 * @param channels whether it is the channel that has to say something, so that nobody of ours can do anything now
 */
public record DisputeObstacle(String text, boolean channels) {}
