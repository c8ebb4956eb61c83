/**
 * Companies, lots, vendors and people as lists: searched, paged, and whole for a file. What is found by which words stands here alone.
 */
package cn.citybrain.parking.onboarding.masterdata.list;
