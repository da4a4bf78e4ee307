# No condition holds, or one gives no truth value: an incident on the gateway, which is mended and resolved.
process  gateway-without-default.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start gateway-without-default {"amount": 10}
  gateway-without-default  process            activated
  begin                    start event        completed
  size                     exclusive gateway  activated
  size                     incident           raised     CONDITION_ERROR: No condition of the flows out of 'size' holds, and it has no default flow.

> resolve size
  size  incident  resolved
  size  incident  raised    CONDITION_ERROR: No condition of the flows out of 'size' holds, and it has no default flow.

> set {"amount": 11}

> resolve size
  size                     exclusive gateway  completed  took size-to-large
  large                    end event          completed
  size                     incident           resolved
  gateway-without-default  process            completed

> start gateway-without-default {"amount": "much"}
  gateway-without-default  process            activated
  begin                    start event        completed
  size                     exclusive gateway  activated
  size                     incident           raised     EXTRACT_VALUE_ERROR: The condition of 'size-to-small' gave null; a boolean is needed. '<' can't compare string "much" with number 10.

> set {"amount": 1}

> resolve size
  size                     exclusive gateway  completed  took size-to-small
  small                    end event          completed
  size                     incident           resolved
  gateway-without-default  process            completed
