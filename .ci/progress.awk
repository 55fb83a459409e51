# Turns pip's many lines into a few words of progress.
/^(Collecting|Processing|Requirement already satisfied)/ {
  if (++seen % 25 == 0) { print "  found " seen " of " total " packages"; fflush() }
}
/^Installing collected packages/ { print "  unpacking them (one to two minutes)"; fflush() }
