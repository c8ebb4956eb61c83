/**
 * When each of the schedules of this node last began, ended and succeeded, and which of them is late. Whatever is scheduled is
 * in it by itself.
 */
package cn.citybrain.parking.onboarding.watch.sweep;
