package cn.citybrain.parking.onboarding.deduction;

/**
 * One reason why a test failed.
 *
 * @param rule name of the record rule, or the channel's code for a failed deduction
 * @param sentence in Chinese, says what to do
 * @param seen the values that were looked at, plates masked; may be empty
 */
public record Finding(String rule, String sentence, String seen) {}
