/** The other side's desk: pages under {@code /demo} to play the channel and the lots by hand, and what scripts share. */
package cn.citybrain.parking.onboarding.simulator.desk;
