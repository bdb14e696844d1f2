print("praktik")
