/**
 * What lots reported: reading a record field by field, and keeping stays, bills and photos once. Knows keys only
 * by name.
 */
package cn.citybrain.parking.onboarding.parking.record;
