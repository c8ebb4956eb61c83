/**
 * What a vendor develops against: the fields of each call from the tables that records are read by, sample
 * messages, and code that runs. Knows records; decides nothing.
 */
package cn.citybrain.parking.onboarding.parking.sample;
